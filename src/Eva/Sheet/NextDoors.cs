namespace Beffroi.Eva.Sheet;

/// <summary>Where a person may go with her sheet: public doors that are everywhere in France, named without an address that would grow old.</summary>
public static class NextDoors
{
    public static IReadOnlyList<NextDoor> Of(Background? background) =>
    [
        new("Vous cherchez un travail", "France Travail", "Une conseillère ou un conseiller vous reçoit."),
        new("Vous avez de 16 à 25 ans", "la mission locale", "Elle aide les jeunes."),
        new("Vous travaillez", "le conseil en évolution professionnelle", "Il est gratuit."),
        .. Learning(background),
    ];

    // Who grew up with another language looks for other courses than who went to school in French.
    static IEnumerable<NextDoor> Learning(Background? background)
    {
        if (background is { FrenchMotherTongue: "non" } or { SchoolingPlace: "etranger" or "non_scolarise" })
        {
            yield return new("Vous apprenez le français", "des cours de français", "La mairie connaît les associations qui en donnent.");
        }

        yield return new("Vous voulez revoir la lecture, l’écriture ou le calcul", "le CRIA de votre région", "Il connaît les cours près de chez vous.");
    }
}

/// <param name="For">When it is the right one.</param>
public sealed record NextDoor(string For, string Name, string More);
