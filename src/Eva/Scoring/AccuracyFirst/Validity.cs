using Beffroi.Psychometrics;

namespace Beffroi.Eva.Scoring;

/// <summary>Signs that answers say less of the person than they should: haste, chance, patterns, interruptions, many abstentions.</summary>
static class Validity
{
    public static IEnumerable<Flag> Flags(PlayedEvaluation evaluation, ValidityNorms norms)
    {
        var lexical = evaluation.Answers.Where(a => a.IsLexical).ToArray();
        var questions = evaluation.Answers.Where(a => !a.IsLexical).ToArray();
        return
        [
            .. Haste(questions, Flag.Questions, norms),
            .. Haste(lexical, Flag.Lexique, norms),
            .. Chance(lexical, norms),
            .. Pauses(questions, Flag.Questions, norms.QuestionPause),
            .. Pauses(lexical, Flag.Lexique, norms.LexicalPause),
            .. Abstentions(questions, norms),
        ];
    }

    // Words and questions apart: fifty-six quick words would hide nineteen questions clicked through.
    static IEnumerable<Flag> Haste(ScoredAnswer[] answers, string about, ValidityNorms norms)
    {
        bool[] rapid = [.. answers.Where(a => a.Seconds is not null).Select(norms.IsRapidGuess)];
        if (ResponseTimeEffort.Share(rapid) is not { } effort)
        {
            yield break;
        }

        if (effort < norms.EffortToFlag)
        {
            yield return new(FlagCode.ReponsesRapides, about, rapid.Count(r => r), rapid.Length);
        }

        if (effort < norms.EffortToVoid)
        {
            yield return new(FlagCode.NonInterpretable, about);
        }
    }

    static IEnumerable<Flag> Chance(ScoredAnswer[] lexical, ValidityNorms norms)
    {
        var right = lexical.Count(a => a.Correct);
        if (lexical.Length < norms.FewestForChance || CoinTossesDoAsWell(right, lexical.Length) <= norms.ChanceLevel)
        {
            yield break;
        }

        yield return new(FlagCode.LexiqueAuHasard, Flag.Lexique, right, lexical.Length);
        bool[] saidWord = [.. lexical.Select(a => a.IsWord == a.Correct)];
        var yes = saidWord.Count(said => said);
        var changes = saidWord.Zip(saidWord.Skip(1)).Count(pair => pair.First != pair.Second);
        if (Math.Max(yes, lexical.Length - yes) >= norms.PatternShare * lexical.Length || changes >= norms.PatternShare * (lexical.Length - 1))
        {
            yield return new(FlagCode.MotifDeReponse, Flag.Lexique);
        }
    }

    /// <summary>Probability that n fair coins give at least k heads.</summary>
    static double CoinTossesDoAsWell(int k, int n)
    {
        var (term, tail) = (Math.Pow(0.5, n), 0.0);
        for (var heads = 0; heads <= n; heads++)
        {
            tail += heads >= k ? term : 0;
            term *= (double)(n - heads) / (heads + 1);
        }

        return tail;
    }

    static IEnumerable<Flag> Pauses(ScoredAnswer[] answers, string about, double pause)
    {
        var interrupted = answers.Count(a => a.Seconds > pause);
        if (interrupted > 0)
        {
            yield return new(FlagCode.PauseLongue, about, interrupted);
        }
    }

    static IEnumerable<Flag> Abstentions(ScoredAnswer[] questions, ValidityNorms norms)
    {
        var unknown = questions.Count(a => a.DontKnow);
        if (unknown > 0 && unknown >= norms.AbstentionShare * questions.Length)
        {
            yield return new(FlagCode.Abstentions, Flag.Questions, unknown, questions.Length);
        }
    }
}
