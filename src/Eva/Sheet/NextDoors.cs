namespace Beffroi.Eva.Sheet;

/// <summary>Where a person may go with her sheet: public doors that are everywhere in France, named without an address that would grow old.</summary>
public static class NextDoors
{
    public static IReadOnlyList<(string For, string Door)> Of(Background? background) =>
    [
        ("Vous cherchez un travail", "votre conseillère ou conseiller France Travail."),
        ("Vous avez de 16 à 25 ans", "la mission locale."),
        ("Vous travaillez", "le conseil en évolution professionnelle. Il est gratuit."),
        .. Learning(background),
    ];

    // Who grew up with another language looks for other courses than who went to school in French.
    static IEnumerable<(string, string)> Learning(Background? background)
    {
        if (background is { FrenchMotherTongue: "non" } or { SchoolingPlace: "etranger" or "non_scolarise" })
        {
            yield return ("Vous apprenez le français", "des cours de français, à la mairie ou dans une association.");
        }

        yield return ("Vous voulez revoir la lecture, l’écriture ou le calcul", "le CRIA de votre région. Il connaît les cours près de chez vous.");
    }
}
