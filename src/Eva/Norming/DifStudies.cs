using Beffroi.Psychometrics;

namespace Beffroi.Eva.Norming;

/// <summary>Searches for items that are not the same to two groups: women and men, from 45 years on and under, another first language and French, finger and others.</summary>
static class DifStudies
{
    const int OlderFrom = 45;

    // A person is of the focal group, of the reference, or of neither.
    static readonly (string Groups, Func<CohortPerson, bool?> IsFocal)[] Groupings =
    [
        ("genre", p => p.Gender switch { "femme" => true, "homme" => false, _ => null }),
        ("age", p => p.Age is { } age ? age >= OlderFrom : null),
        ("langue", p => p.FrenchFirst switch { "non" => true, "oui" => false, _ => null }),
        ("moyen", p => p.InputMode switch { "tactile" => true, "souris" or "clavier" => false, _ => null }),
    ];

    public static IReadOnlyList<DifStudy> Of((ResponseMatrix Answers, IReadOnlyList<CohortPerson> People)? form) => [.. Groupings.Select(g => One(g.Groups, g.IsFocal, form))];

    static DifStudy One(string groups, Func<CohortPerson, bool?> isFocal, (ResponseMatrix Answers, IReadOnlyList<CohortPerson> People)? form)
    {
        if (form is not var (answers, people))
        {
            return new() { Groups = groups, Reference = 0, Focal = 0, Gap = DifGap.NoCommonForm };
        }

        var known = people.Index().Where(p => isFocal(p.Item) is not null).ToList();
        var study = new DifStudy { Groups = groups, Focal = known.Count(p => isFocal(p.Item) == true), Reference = known.Count(p => isFocal(p.Item) == false) };
        if (study.Focal < DifStudy.FewestFocal || study.Reference < DifStudy.FewestReference)
        {
            return study with { Gap = DifGap.TooFewPeople };
        }

        if (answers.MaxScores.Any(s => s > 1))
        {
            return study with { Gap = DifGap.NoCommonForm };
        }

        var rows = new ResponseMatrix(answers.ItemNames, [.. known.SelectMany(p => answers.Row(p.Index).ToArray())]);
        var found = Dif.MantelHaenszel(rows, [.. known.Select(p => isFocal(p.Item) == true)], new() { Purify = true });
        return study with { Items = [.. found.Items.Select(i => new DifLine(i.Name, i.Delta, i.AdjustedPValue, i.EtsClass))] };
    }

    /// <summary>For a reader.</summary>
    public static string Words(string groups) => groups switch
    {
        "genre" => "Femmes et hommes",
        "age" => "45 ans et plus, et moins de 45 ans",
        "langue" => "Autre première langue, et français",
        "moyen" => "Doigt, et souris ou clavier",
        _ => groups,
    };
}
