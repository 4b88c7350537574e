using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>An undirected link between two nodes named by number.</summary>
/// <param name="A">One end, from 0.</param>
/// <param name="B">The other end; equal to <paramref name="A"/> for a loop.</param>
/// <param name="Weight">Above 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WeightedLink(int A, int B, double Weight);
