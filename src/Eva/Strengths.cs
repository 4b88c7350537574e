using Beffroi.Eva.Bank;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>What went well, with an example of what the person did.</summary>
public sealed record Strength(string What, string Example);

/// <summary>Finds the two strengths of a person in her answers; there always are two, for coming to the end is one.</summary>
public static class Strengths
{
    /// <param name="asked">The questions of the runs that were played.</param>
    public static IReadOnlyList<Strength> Of(PlayedEvaluation played, IReadOnlyList<BankItem> asked, IReadOnlyList<RoutePlay> positionings)
    {
        var answers = played.Situations.SelectMany(s => s.Answers).ToList();
        var found = new[]
        {
            Skilled(answers, asked, Skill.Ccf, "Vous lisez des textes du travail"),
            Skilled(answers, asked, Skill.Numeratie, "Vous savez compter au travail"),
            Skilled(answers, asked, Skill.SyntaxeOrthographe, "Vous repérez ce qui est bien écrit"),
            Skilled(answers, asked, Skill.Memorisation, "Vous retenez ce que vous voyez"),
            Words(answers),
        };
        var all = found.OfType<(double Share, Strength Strength)>().Concat(positionings.SelectMany(PositioningStrengths.Of));
        return [.. all.OrderByDescending(f => f.Share).Select(f => f.Strength), .. Always(answers.Count + positionings.Sum(p => p.Steps.Count))];
    }

    static (double, Strength)? Skilled(List<ScoredAnswer> answers, IReadOnlyList<BankItem> asked, Skill skill, string what)
    {
        // What was read aloud says nothing of reading.
        var mine = answers.Where(a => a.IsWord is null && a.Skill == skill && !a.Accommodated).ToList();
        var right = mine.Where(a => a.Correct).ToList();
        // Below one right answer in two it would not ring true.
        if (right.Count * 2 < mine.Count || right.Count == 0)
        {
            return null;
        }

        var best = right.Select(a => asked.First(i => string.Equals(i.Id, a.ItemId, StringComparison.Ordinal))).MaxBy(i => i.Difficulty)!;
        return ((double)right.Count / mine.Count, new(what, $"Exemple : vous trouvez la réponse à la question « {best.Question} »"));
    }

    static (double, Strength)? Words(List<ScoredAnswer> answers)
    {
        var words = answers.Where(a => a.IsWord == true).ToList();
        var known = words.Count(a => a.Correct);
        // Whoever says yes to everything knows nothing of it: invented words must be turned down too.
        var invented = answers.Where(a => a.IsWord == false).ToList();
        return words.Count > 0 && known * 4 >= words.Count * 3 && invented.Count(a => a.Correct) * 4 >= invented.Count * 3
            ? ((double)known / words.Count, new("Vous connaissez beaucoup de mots français", "Exemple : vous reconnaissez les mots, et vous écartez les mots inventés."))
            : null;
    }

    static IEnumerable<Strength> Always(int answers)
    {
        yield return new("Vous allez jusqu’au bout", $"Exemple : vous donnez {French.Number(answers)} réponses.");
        yield return new("Vous osez essayer", "Exemple : vous jouez à des jeux nouveaux pour vous.");
    }
}
