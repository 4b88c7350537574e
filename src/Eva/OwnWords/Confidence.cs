namespace Beffroi.Eva;

/// <summary>How able a person feels, asked just before the games and just after, by the same words: what changes is what playing changed.</summary>
public static class Confidence
{
    public static readonly IReadOnlyList<(string Value, string Label)> Steps =
        [("1", "Pas encore"), ("2", "Un peu"), ("3", "Moyennement"), ("4", "Plutôt oui"), ("5", "Tout à fait")];

    static readonly (string Name, string Text)[] Asked =
    [
        ("confiance_ecrit", "Vous sentez-vous capable de lire et d’écrire au travail ?"),
        ("confiance_apprendre", "Vous sentez-vous capable d’apprendre un nouveau métier ?"),
    ];

    public static readonly IReadOnlyList<SelfQuestion> Before = [.. Asked.Select(q => Question(q, "_avant", "Chaque réponse est bonne : dites ce que vous ressentez."))];

    public static readonly IReadOnlyList<SelfQuestion> After = [.. Asked.Select(q => Question(q, "_apres", "Les jeux sont finis : dites ce que vous ressentez maintenant."))];

    static SelfQuestion Question((string Name, string Text) asked, string moment, string reason) =>
        new() { Name = asked.Name + moment, Text = asked.Text, Reason = reason, Choices = Steps };
}
