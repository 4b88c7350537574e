namespace Beffroi.Eva.Alone;

/// <summary>What a person is told before playing alone. A change of words is a new version: each evaluation keeps the one that was read.</summary>
public static class AloneConsent
{
    public const string Version = "seul-2026-11";

    public static IReadOnlyList<string> Sentences(AloneSettings settings) =>
    [
        "Vous allez jouer à des petits jeux sur le travail.",
        "Nous ne demandons ni nom, ni adresse, ni compte.",
        "Vos résultats sont pour vous. Vous choisissez de les donner, ou de les garder.",
        $"Nous gardons vos réponses. Après {settings.KeptDays} jours sans nouvelle de vous, tout s’efface.",
        "Vous pouvez tout effacer vous-même, quand vous voulez.",
        "Ce n’est pas un examen. Vous pouvez arrêter quand vous voulez.",
    ];
}
