using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>One step of a reader: a value, or a problem. A record with a problem on a field gives the problem, then the value.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="Line">Line where it starts, from 1.</param>
/// <param name="Value">What was read; null when this step is a problem.</param>
/// <param name="Problem">What is wrong; null when this step is a value.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Reading<T>(long Line, T? Value, ReadingProblem? Problem)
    where T : class;
