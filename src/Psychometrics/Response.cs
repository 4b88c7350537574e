namespace Beffroi.Psychometrics;

/// <summary>One answer, right or wrong, to one item.</summary>
/// <param name="Item">What is known of the item.</param>
/// <param name="Correct">Whether the answer is right.</param>
public sealed record Response(ItemParameters Item, bool Correct);
