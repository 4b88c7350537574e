namespace Beffroi.Eva.Scoring;

/// <summary>The overall reading: a screening by probabilities, in which missing somebody in difficulty costs more than a false alarm.</summary>
static class Screening
{
    public static Synthesis? Synthesise(Scale? litteratie, Scale? numeratie, BeffroiNorms norms, List<Flag> flags)
    {
        if (flags.Any(flag => flag.Code is FlagCode.NonInterpretable))
        {
            return null;
        }

        // Recognising words is not reading a text: alone, it situates and does not decide.
        var reading = flags.Any(flag => flag.Code is FlagCode.LexiqueSeul) ? null : litteratie;
        if (reading is null && numeratie is null)
        {
            return null;
        }

        if (Lowest(reading) >= norms.ScreeningProbability || Lowest(numeratie) >= norms.ScreeningProbability)
        {
            Warn(reading, Flag.Litteratie, norms, flags);
            Warn(numeratie, Flag.Numeratie, norms, flags);
            return Synthesis.IllettrismePotentiel;
        }

        // Questions come easiest first: who stopped early met only those, and the socle is not given on them.
        var whole = flags.All(flag => flag.Code is not FlagCode.SituationInachevee);
        return whole && Highest(reading) >= norms.SocleProbability && Highest(numeratie) >= norms.SocleProbability ? Synthesis.SocleClea : Synthesis.NiNi;
    }

    static void Warn(Scale? scale, string about, BeffroiNorms norms, List<Flag> flags)
    {
        if (Lowest(scale) is var lowest && lowest >= norms.ScreeningProbability && lowest < 0.5)
        {
            flags.Add(new(FlagCode.RepereParPrecaution, about));
        }
    }

    static double Lowest(Scale? scale) => scale?.FrameworkProbabilities![0].Probability ?? 0;

    static double Highest(Scale? scale) => scale?.FrameworkProbabilities![^1].Probability ?? 0;
}
