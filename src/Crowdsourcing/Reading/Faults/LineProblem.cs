using System.Runtime.InteropServices;

namespace Beffroi.Crowdsourcing;

/// <summary>A line of a file that is not an answer.</summary>
/// <param name="Line">Its number, from 1; of a record over several lines, the first.</param>
/// <param name="Kind">What is wrong.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LineProblem(long Line, LineProblemKind Kind);
