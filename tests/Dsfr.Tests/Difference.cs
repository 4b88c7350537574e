namespace Beffroi.Dsfr.Tests;

/// <summary>Where we leave the design system's example on purpose: what it has, what we have, and why.</summary>
internal sealed record Difference(string Why, string Theirs, string Ours)
{
    public static readonly Difference NoEmptyDescription = new(
        "A field is described by the hint and the error it has, not by an empty group.",
        " aria-describedby→div.fr-messages-group", "");

    public static readonly Difference InvalidIsSaid = new(
        "A field with an error says so, and is described by that error.",
        " aria-describedby→div.fr-messages-group", " aria-describedby→p.fr-message.fr-message--error aria-invalid=true");

    public static readonly Difference HintIsDescribed = new(
        "The hint is read once, as the description, and not as part of the name.",
        " aria-describedby→div.fr-messages-group", " aria-describedby→span.fr-hint-text");

    public static readonly Difference HintBesideLabel = new(
        "The hint is beside the label, since it is the description.",
        "    span.fr-hint-text …\n", "  span.fr-hint-text …\n");

    public string ApplyTo(string example) => example.Contains(Theirs, StringComparison.Ordinal)
        ? example.Replace(Theirs, Ours, StringComparison.Ordinal)
        : throw new InvalidOperationException($"The example no longer has «{Theirs}», which we were to leave: {Why}\n{example}");
}
