namespace Beffroi.Psychometrics;

/// <summary>How long an item takes.</summary>
/// <param name="Name">Name of the item.</param>
/// <param name="Answers">How many times it was estimated on.</param>
/// <param name="TimeIntensity">β: mean log seconds of a person of average speed; null with fewer than <see cref="SpeedModel.FewestAnswers"/> times.</param>
/// <param name="Discrimination">α: one over the standard deviation of the log times around their expectation, above 0; null as β.</param>
public sealed record SpeedItem(string Name, int Answers, double? TimeIntensity, double? Discrimination);
