/** English sentences of earlier versions of the seed, each with the one that takes its place. Exact and whole. */
export const englishCorrections: ReadonlyMap<string, string> = new Map([
  ['To evaluate our service is one of your rights.', 'Evaluating our service is one of your rights.'],
  [
    'That the information you give is right is your responsibility.',
    'You are responsible for the accuracy of the information you give.',
  ],
  [
    'The association sets the policies and procedures that regulate its relations with all parties, beneficiaries, supporters, volunteers and others, in a way that safeguards the rights of the association and of all these parties. Labour regulations and contracts are the primary source for determining the rights and duties of the contracting parties, how those duties are performed, the consequences of falling short in performing them, the limits of liability, and how disputes that may arise from carrying out these contracts and services are settled, in a way that protects the parties that have a relationship with the association.',
    'The association sets the policies and procedures that regulate its relations with all parties, beneficiaries, supporters, volunteers and others, in a way that safeguards the rights of the association and of all these parties. The regulations that govern work, and the contracts, are the primary source for determining the rights and duties of the contracting parties, how those duties are performed, the consequences of falling short in performing them, the limits of liability, and how disputes that may arise from carrying out these contracts and services are settled, in a way that protects the parties that have a relationship with the association.',
  ],
  [
    'To provide beneficiaries with a distinguished service, with mastery, speed and high quality, and to pursue continuous development and improvement in cooperation with all parties, so that the goals are achieved.',
    'To provide beneficiaries with a distinguished service, with mastery, speed and high quality, and to pursue continuous development and improvement in cooperation with all the bodies concerned, so that the objectives are achieved.',
  ],
  ['Objectives', 'Detailed objectives'],
  [
    'Spreading among beneficiaries a culture of evaluating the service, encouraging it, and making sure that evaluating quality is one of the beneficiary’s rights, since it is a tool for correction and development.',
    'Spreading among beneficiaries a culture of evaluating the service, encouraging it, and affirming that evaluating quality is one of the beneficiary’s rights, since it is a tool for correction and development.',
  ],
  [
    'Creating administrative concepts and techniques that raise the level and kind of the services provided at the association, and trying to remove what stands in the way of providing services of high quality. This is done through continuous development and improvement, by seeking beneficiaries’ views through the evaluation of the service.',
    'Creating administrative concepts and techniques that raise the level and quality of the services provided at the association, and seeking to eliminate the obstacles to providing services of high quality. This is done through continuous development and improvement, by seeking beneficiaries’ views through the evaluation of the service.',
  ],
  ['Letters and official correspondence', 'Official letters and correspondence'],
  [
    'Where the procedures are not clear to the beneficiary, the member of staff must refer him or her to the person responsible, to answer the questions and explain the organisational aspects.',
    'Where the procedures are not clear to the beneficiary, the member of staff must refer him or her to the person responsible, to answer his or her questions and explain the regulatory aspects.',
  ],
  [
    'This policy and any later amendment to it are approved by the association’s board of directors. The policy takes effect from the date of its approval, and all staff and members of the association who are concerned are informed. Any later amendment to it takes effect from the date of the amendment.',
    'This policy and any later amendment to it shall be approved by the association’s board of directors. The policy shall take effect from the date of its approval, and all staff and members of the association who are concerned shall be informed. Any later amendment to it shall take effect from the date of the amendment.',
  ],
  [
    'The board of directors of The Creative Mom Association, at its meeting on Thursday 13/7/1442 AH, corresponding to 25/2/2021 AD, examined the policy regulating the relationship with beneficiaries and providing services to them at The Creative Mom Association, and decided to approve it, to act in accordance with it, and to publish it on the association’s website in the form attached to the approval.',
    'The board of directors of The Creative Mom Association, at its meeting on Thursday 13/7/1442 AH, corresponding to 25/2/2021 AD, reviewed the policy regulating the relationship with beneficiaries and providing services to them at The Creative Mom Association, and decided to approve it, to act in accordance with it, and to publish it on the association’s website in the form attached to the approval.',
  ],
  ['Very poor', 'Not satisfactory at all'],
  ['Very good', 'Completely satisfactory'],
  [
    'We listen and answer. What needs somebody else, we refer you to.',
    'We listen and answer. Where somebody else is needed, we refer you to them.',
  ],
  [
    'Registration begins by contacting us. We tell you what is needed, match the data, and complete the registration once the request is complete.',
    'Registration begins by contacting us. We tell you what is needed, check your details, and complete the registration once the request is complete.',
  ],
  [
    'We tell you what it is, then match the data and check that it is valid when submitted.',
    'We tell you what it is, then check your details and that they are valid when submitted.',
  ],
])
