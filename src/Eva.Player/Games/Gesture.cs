namespace Beffroi.Eva.Player.Games;

/// <summary>With what, and when, the person last acted on the page.</summary>
/// <param name="Means"><c>clavier</c>, <c>souris</c> or <c>tactile</c>.</param>
/// <param name="At">The moment of the gesture itself, not of its handling.</param>
public readonly record struct Gesture(string Means, DateTimeOffset At);
