using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>Two shares of the same object within the window, as rows of a <see cref="ShareTable"/>.</summary>
/// <param name="Earlier">The row that came first; of two at the same instant, the one that the file gives first.</param>
/// <param name="Later">The other.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SharePair(int Earlier, int Later);
