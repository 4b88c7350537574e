// Shapes and colours, in the order of Graphs/GraphLook.cs: legible on white and on black, and never told by colour alone.
export const shapes = ['circle', 'square', 'triangle', 'diamond'];
const colours = ['#0078f3', '#d64d00', '#1f8d49', '#a558a0', '#b27f00', '#009099', '#e1000f'];
const grey = '#7b7b7b';

const classes = { Bot: ['square', '#d64d00'], Human: ['circle', '#0078f3'], Undetermined: ['triangle', grey] };

export const look = (node, by) =>
  by === 'score' ? (classes[node.class] ?? ['diamond', grey]) : [shapes[node.community % shapes.length], colours[node.community % colours.length]];
