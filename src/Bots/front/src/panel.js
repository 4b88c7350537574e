// What is known of the chosen node, said to screen readers as it changes.
import { moment, number, say } from './words.js';

const classes = {
  Bot: say('Signes d’automatisation', 'Signs of automation'),
  Human: say('Pas de signe d’automatisation', 'No sign of automation'),
  Undetermined: say('Indéterminé', 'Undetermined'),
};

export class Panel {
  #data;

  constructor(data) {
    this.#data = data;
    this.element = document.createElement('div');
    this.element.className = 'bots-graph-node';
    this.element.id = 'graph-node';
    this.element.setAttribute('role', 'status');
    this.show(null);
  }

  show(at) {
    if (at === null) {
      this.element.replaceChildren(line(say('Choisissez un compte pour lire ce qu’on en sait.', 'Choose an account to read what is known of it.')));
      return;
    }
    const node = this.#data.nodes[at];
    const link = document.createElement('a');
    [link.href, link.textContent] = [node.href, node.label];
    const title = document.createElement('p');
    title.append(link, ' ', say(`communauté ${number(node.community + 1)}`, `community ${number(node.community + 1)}`));
    this.element.replaceChildren(
      title,
      line(this.#data.directed
        ? say(`Répété ${number(node.received)} fois, répète ${number(node.given)} fois.`, `Repeated ${number(node.received)} times, repeats ${number(node.given)} times.`)
        : say(`${number(node.received)} choses partagées ensemble, avec ${number(node.given)} comptes.`, `${number(node.received)} things shared together, with ${number(node.given)} accounts.`)),
      line(node.class ? classes[node.class] : say('Pas encore de score', 'No score yet')),
      line(say(`Du ${moment(node.first)} au ${moment(node.last)}.`, `From ${moment(node.first)} to ${moment(node.last)}.`)));
  }
}

const line = (text) => Object.assign(document.createElement('p'), { textContent: text });
