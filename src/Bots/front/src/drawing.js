// What is on the screen: nodes and links of a moment, one of them chosen.
import Graph from 'graphology';
import Sigma from 'sigma';
import { look } from './look.js';
import { programs } from './programs.js';

export const calm = matchMedia('(prefers-reduced-motion: reduce)');

export class Drawing {
  #sigma;
  #graph;
  #told;
  #chosen = null;
  #near = new Set();
  #shown = null;
  #quiet;

  constructor(place, data, by, told) {
    this.#told = told;
    this.#graph = new Graph({ type: data.directed ? 'directed' : 'undirected', multi: false });
    data.nodes.forEach((node, at) => {
      const [type, color] = look(node, by);
      this.#graph.addNode(at, { x: node.x, y: node.y, size: 3 + 2 * Math.sqrt(Math.min(64, node.received)), label: node.label, type, color });
    });
    data.edges.forEach((edge) => this.#graph.addEdge(edge.from, edge.to, { size: Math.min(4, 0.5 + Math.log2(1 + edge.size)) }));
    const style = getComputedStyle(place);
    const [ink, quiet] = [style.getPropertyValue('--text-default-grey').trim() || '#3a3a3a', style.getPropertyValue('--border-default-grey').trim() || '#dddddd'];
    this.#quiet = quiet;
    this.#sigma = new Sigma(this.#graph, place, {
      nodeProgramClasses: programs,
      defaultEdgeType: data.directed ? 'arrow' : 'line',
      defaultEdgeColor: quiet,
      labelColor: { color: ink },
      labelFont: style.fontFamily,
      labelSize: 14,
      labelRenderedSizeThreshold: 9,
      zIndex: true,
      hideEdgesOnMove: data.edges.length > 10000,
      nodeReducer: (node, shape) => this.#node(Number(node), shape),
      edgeReducer: (edge, shape) => this.#edge(edge, shape, ink),
    });
    this.#sigma.on('clickNode', ({ node }) => this.choose(Number(node)));
    this.#sigma.on('clickStage', () => this.choose(null));
    // Scrolling the page over the drawing does not zoom it by surprise: only with Ctrl, or once it has the focus.
    place.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && document.activeElement !== place) event.stopPropagation();
    }, { capture: true });
  }

  get chosen() {
    return this.#chosen;
  }

  choose(node) {
    this.#chosen = node;
    this.#near = new Set(node === null ? [] : this.#graph.neighbors(node).map(Number));
    this.#sigma.refresh({ skipIndexation: true });
    this.#told(node);
    if (node !== null) this.#keepInView(node);
  }

  /** The nearest linked node in a direction, as angles of the screen tell. */
  next(dx, dy) {
    if (this.#chosen === null) return this.#largest();
    const here = this.#sigma.graphToViewport(this.#graph.getNodeAttributes(this.#chosen));
    let [best, score] = [null, 0.2];
    for (const node of this.#graph.neighbors(this.#chosen).map(Number)) {
      if (!this.#isShown(node)) continue;
      const there = this.#sigma.graphToViewport(this.#graph.getNodeAttributes(node));
      const [x, y] = [there.x - here.x, there.y - here.y];
      const aligned = (x * dx + y * dy) / (Math.hypot(x, y) || 1);
      if (aligned > score) [best, score] = [node, aligned];
    }
    return best ?? this.#chosen;
  }

  zoom(by) {
    const camera = this.#sigma.getCamera();
    this.#move({ ratio: camera.ratio * by });
  }

  whole() {
    this.#move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  /** What has happened so far: null for everything. */
  show(shown) {
    this.#shown = shown;
    this.#sigma.refresh({ skipIndexation: true });
  }

  #isShown(node) {
    return this.#shown === null || this.#shown.nodes.has(node);
  }

  #node(node, shape) {
    if (!this.#isShown(node)) return { ...shape, hidden: true };
    if (this.#chosen === null || node === this.#chosen) return node === this.#chosen ? { ...shape, highlighted: true, forceLabel: true, zIndex: 2 } : shape;
    return this.#near.has(node) ? { ...shape, forceLabel: this.#near.size <= 30, zIndex: 1 } : { ...shape, label: '', color: this.#quiet };
  }

  #edge(edge, shape, ink) {
    const [from, to] = this.#graph.extremities(edge).map(Number);
    if (this.#shown !== null && !this.#shown.edges.has(from + ' ' + to)) return { ...shape, hidden: true };
    return from === this.#chosen || to === this.#chosen ? { ...shape, color: ink, zIndex: 1 } : shape;
  }

  #largest() {
    let best = null;
    this.#graph.forEachNode((node, { size }) => {
      if (this.#isShown(Number(node)) && (best === null || size > this.#graph.getNodeAttribute(best, 'size'))) best = Number(node);
    });
    return best;
  }

  #keepInView(node) {
    const at = this.#sigma.graphToViewport(this.#graph.getNodeAttributes(node));
    const { width, height } = this.#sigma.getDimensions();
    if (at.x >= 20 && at.y >= 20 && at.x <= width - 20 && at.y <= height - 20) return;
    const { x, y } = this.#sigma.getNodeDisplayData(node);
    this.#move({ x, y });
  }

  #move(to) {
    const camera = this.#sigma.getCamera();
    if (calm.matches) camera.setState(to);
    else camera.animate(to, { duration: 200 });
  }
}
