namespace Beffroi.Eva.Scoring;

/// <summary>One validation of the eight quantities.</summary>
/// <param name="Wrong">Filled in, and not right.</param>
/// <param name="Blanks">Left empty.</param>
public sealed record InventaireTry(int Wrong, int Blanks)
{
    public int Errors => Wrong + Blanks;

    public bool Right => Errors == 0;
}

/// <summary>Counting bottles: levels by the thresholds of its second version. The first two are read in a play that succeeded.</summary>
public static class InventaireLevels
{
    /// <summary>A first validation with so many blanks is a way to look, not a try.</summary>
    public const int BlanksOfALook = 7;

    /// <summary>Beyond it, going on is perseverance; before it, leaving is not.</summary>
    const double LongMinutes = 22;

    /// <summary>Minutes until the right answer: 6, 9, 18.</summary>
    public static int Rapidite(double minutes) => Steps.UpTo(minutes, 6, 9, 18);

    /// <summary>Containers opened: 42, 71, 148.</summary>
    public static int OrganisationMethode(int openings) => Steps.UpTo(openings, 42, 71, 148);

    /// <summary>4: right at the first try. 3: at most two wrong tries, the first one with at most two faults. 2: right in the end.
    /// 1: left after tries that all had as many errors, nothing having been checked between them.</summary>
    public static int? VigilanceControle(IReadOnlyList<InventaireTry> tries)
    {
        InventaireTry[] counted = [.. tries is [{ Blanks: >= BlanksOfALook }, ..] ? tries.Skip(1) : tries];
        if (counted is [.., { Right: true }])
        {
            return counted.Length == 1 ? 4 : counted.Length - 1 <= 2 && counted[0].Wrong <= 2 ? 3 : 2;
        }

        return counted.Length >= 2 && counted.All(t => t.Errors == counted[0].Errors) ? 1 : null;
    }

    /// <summary>4: right after a long time. 1: left after one try, or soon after a try that had something right.</summary>
    public static int? Perseverance(IReadOnlyList<InventaireTry> tries, double minutes) => tries switch
    {
        [.., { Right: true }] => minutes > LongMinutes ? 4 : null,
        [_] => 1,
        [.., { Errors: < 8 }] when minutes < LongMinutes => 1,
        _ => null,
    };

    /// <summary>4: right. 1: left after one try with nothing right, or after hearing the instruction again twice.</summary>
    public static int? ComprehensionConsigne(IReadOnlyList<InventaireTry> tries, int instructionReplays) => tries switch
    {
        [.., { Right: true }] => 4,
        [{ Errors: 8 }] => 1,
        _ => instructionReplays >= 2 ? 1 : null,
    };
}
