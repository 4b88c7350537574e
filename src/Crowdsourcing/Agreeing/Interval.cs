using System.Runtime.InteropServices;

namespace Beffroi.Crowdsourcing;

/// <summary>Two ends of an interval.</summary>
/// <param name="Low">The lower.</param>
/// <param name="High">The higher.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interval(double Low, double High);
