using System.Runtime.InteropServices;

namespace Beffroi.Cli.Detection.Quality;

/// <summary>A labelled account and what a model says of it.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Judged(bool Bot, double Score, double Probability, bool Flagged, bool Undetermined);
