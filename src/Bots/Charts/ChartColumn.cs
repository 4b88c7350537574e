namespace Beffroi.Bots.Charts;

/// <summary>One column of a chart.</summary>
/// <param name="Label">Under it; empty where there is no room.</param>
/// <param name="Told">What it says, in words.</param>
public sealed record ChartColumn(string Label, int Value, string Told);
