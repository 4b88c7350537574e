using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

static class EvidenceWords
{
    /// <summary>What a place in the ranking rests on, with how many of each.</summary>
    public static string Say(this Evidence known, Lang l)
    {
        var parts = new List<string>();
        if (known.Grades.Count > 0)
        {
            parts.Add(l.Count(known.Grades.Count, ("évaluation", "évaluations"), ("assessment", "assessments")) + " (" + string.Join(", ", known.Grades.Select(g => g.Say(l).ToLowerInvariant())) + ")");
        }

        if (known.Ended > 0)
        {
            parts.Add(l.Count(known.Ended, ("usage terminé", "usages terminés"), ("use ended", "uses ended"))
                + l.Say($" ({l.Count(known.Worked, ("réussi", "réussis"), ("worked", "worked"))}, {known.Partly} en partie)", $" ({known.Worked} worked, {known.Partly} partly)"));
        }

        return parts.Count == 0 ? l.Say("Ni évaluation ni usage connu (n = 0)", "No assessment and no known use (n = 0)") : string.Join(l.Say(" ; ", "; "), parts);
    }
}
