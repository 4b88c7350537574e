namespace Beffroi.Detection;

/// <summary>How a feature is said: one sentence in each language, {0} being the value; for a flag, the sentence when it holds and when it does not.</summary>
/// <param name="Kind">How the value is said.</param>
/// <param name="French">In French.</param>
/// <param name="English">In English.</param>
/// <param name="Subject">What is missing when it is not given: the French, then the English words.</param>
sealed record FeatureWording(FeatureKind Kind, string French, string English, (string French, string English) Subject)
{
    public (string French, string English) Otherwise { get; init; }
}
