// Nodes as circles, squares, triangles and diamonds: each is cut out of the circle that sigma draws.
import { NodeCircleProgram } from 'sigma/rendering';

// Distance to the edge of the shape, below 0 inside, of a point d from the middle of a circle of radius r.
const distances = {
  circle: 'length(d) - r',
  square: 'max(abs(d.x), abs(d.y)) - 0.75 * r',
  triangle: 'max(abs(d.x) * 0.866 + d.y * 0.5, -d.y) - 0.55 * r',
  diamond: '(abs(d.x) + abs(d.y)) * 0.7071 - 0.7 * r',
};

const shader = (distance) => `
precision highp float;
varying vec4 v_color;
varying vec2 v_diffVector;
varying float v_radius;
uniform float u_correctionRatio;
const vec4 transparent = vec4(0.0, 0.0, 0.0, 0.0);
float away(vec2 d, float r) { return ${distance}; }
void main(void) {
  float border = u_correctionRatio * 2.0;
  float dist = away(v_diffVector, v_radius) + border;
  #ifdef PICKING_MODE
  gl_FragColor = dist > border ? transparent : v_color;
  #else
  gl_FragColor = mix(v_color, transparent, clamp(dist / border, 0.0, 1.0));
  #endif
}
`;

const programOf = (distance) =>
  class extends NodeCircleProgram {
    getDefinition() {
      return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: shader(distance) };
    }
  };

export const programs = Object.fromEntries(Object.entries(distances).map(([shape, distance]) => [shape, programOf(distance)]));
