using Beffroi.Eva.Contracts;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Scoring;

/// <summary>Our reading of a positioning: one ability a scale, from what is right and wrong, with its error. It reads both ways of asking.</summary>
public static class AbilityPositioning
{
    public const string Version = "1";

    public static PositioningScore? Run(IReadOnlyList<RoutePlay> plays, BeffroiNorms norms)
    {
        if (plays.Count == 0)
        {
            return null;
        }

        List<Flag> flags = [.. PositioningValidity.Flags(plays, norms.Validity)];
        var litteratie = Ability(plays.FirstOrDefault(p => p.IsLiteracy), Flag.Litteratie, norms, flags)?.ToScale(norms.Cefr, null, norms.AnlciLitteratie);
        var numeratie = Ability(plays.FirstOrDefault(p => !p.IsLiteracy), Flag.Numeratie, norms, flags)?.ToScale(null, norms.Cenf, norms.AnlciNumeratie);
        return new()
        {
            Engine = PositioningEngine.Beffroi,
            EngineVersion = Version,
            NormsVersion = norms.Version,
            Banks = PositioningScore.BanksOf(plays),
            Route = plays[0].Mode,
            Litteratie = litteratie,
            Numeratie = numeratie,
            Synthesis = Synthesise([.. new[] { litteratie, numeratie }.OfType<Scale>()], norms, flags),
            Flags = flags,
            Skills = PositioningScore.Tally(plays),
        };
    }

    /// <summary>The answers that tell of the ability: not what was heard instead of read, nor what was clicked through.</summary>
    public static IEnumerable<RouteStep> Counted(RoutePlay play, BeffroiNorms norms)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(norms);
        return play.Steps.Where(s => !s.Heard && !PositioningValidity.IsRapidGuess(s, play.IsLiteracy, norms.Validity));
    }

    static Ability? Ability(RoutePlay? play, string about, BeffroiNorms norms, List<Flag> flags)
    {
        var counted = play is null ? [] : Counted(play, norms).ToList();
        if (counted.Count < norms.FewestItems)
        {
            if (play is not null)
            {
                flags.Add(new(FlagCode.TropPeuDeReponses, about, counted.Count));
            }

            return null;
        }

        if (counted.Count < PositioningDesign.Shortest)
        {
            flags.Add(new(FlagCode.PeuDeReponses, about, counted.Count));
        }

        var ability = Scoring.Ability.Of([.. Testlets(counted, norms)], norms);
        if (ability.IsUnexpected(norms.Validity))
        {
            flags.Add(new(FlagCode.ReponsesInattendues, about));
        }

        return ability;
    }

    // Questions on one document share more than the ability; the others stand alone.
    static IEnumerable<Testlet> Testlets(List<RouteStep> steps, BeffroiNorms norms) =>
        steps.GroupBy(s => s.Item.Testlet, s => new Response(PositioningDesign.ModelOf(s.Item), s.Marked.Score), StringComparer.Ordinal)
            .Select(together => new Testlet([.. together], together.Key is null ? 0 : norms.QuestionVariance));

    // A screening on what was measured, by the same probabilities as the diagnostic's.
    static PositionnementSynthesis? Synthesise(Scale[] scales, BeffroiNorms norms, List<Flag> flags)
    {
        if (scales.Length == 0 || flags.Exists(f => f.Code is FlagCode.NonInterpretable))
        {
            return null;
        }

        var low = scales.Where(s => Lowest(s) >= norms.ScreeningProbability).ToList();
        flags.AddRange(low.Where(s => Lowest(s) < 0.5).Select(s => new Flag(FlagCode.RepereParPrecaution, s.Cefr is null ? Flag.Numeratie : Flag.Litteratie)));
        return low.Count > 0 ? PositionnementSynthesis.IllettrismePotentiel
            : scales.All(s => s.FrameworkProbabilities![^1].Probability >= norms.SocleProbability) && !flags.Exists(f => f.Code is FlagCode.SituationInachevee or FlagCode.TropPeuDeReponses)
                ? PositionnementSynthesis.SocleClea
                : PositionnementSynthesis.NiNi;
    }

    static double Lowest(Scale scale) => scale.FrameworkProbabilities![0].Probability;
}
