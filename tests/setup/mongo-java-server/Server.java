import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** A wire-compatible server in memory on a free port. Prints the port; stops when its input closes. */
public class Server {
  public static void main(String[] arguments) throws Exception {
    MongoServer server = new MongoServer(new MemoryBackend());
    System.out.println(server.bind().getPort());
    while (System.in.read() != -1) {
      // Waits for the end of input.
    }
    server.shutdownNow();
  }
}
