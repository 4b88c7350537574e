using Beffroi.Eva.Bank;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva;

/// <summary>What went well in a positioning, skill by skill.</summary>
static class PositioningStrengths
{
    // Fewer answers say too little of a skill.
    const int Fewest = 3;

    public static IEnumerable<(double Share, Strength Strength)> Of(RoutePlay play) =>
        from skill in PositioningDesign.Skills(play.Bank.Situation)
        let steps = play.Steps.Where(s => string.Equals(s.Item.Skill, skill, StringComparison.Ordinal) && !s.Heard).ToList()
        let right = steps.Where(s => s.Marked.Right).ToList()
        // Below one right answer in two it would not ring true.
        where right.Count >= Fewest && right.Count * 2 >= steps.Count
        select ((double)right.Count / steps.Count, new Strength(What(skill), Example(right.Select(s => s.Item).MaxBy(i => i.Difficulty)!)));

    static string Example(BankItem item) => item.Dictation is { } dictation
        ? $"Exemple : vous écrivez bien « {dictation.Word} »."
        : $"Exemple : vous trouvez la réponse à la question « {item.Question} »";

    static string What(string skill) => skill switch
    {
        "lecture" => "Vous trouvez une information à lire",
        "comprehension" => "Vous comprenez ce que vous lisez",
        "production" => "Vous savez écrire des mots",
        "nombres" => "Vous connaissez les nombres",
        "calcul" => "Vous savez calculer",
        "problemes" => "Vous savez résoudre un problème",
        "temps-mesures" => "Vous savez lire l’heure et les mesures",
        "espace" => "Vous savez vous repérer sur un plan",
        "donnees" => "Vous savez lire un tableau ou un graphique",
        _ => throw new ArgumentOutOfRangeException(nameof(skill), skill, "This skill has no words."),
    };
}
