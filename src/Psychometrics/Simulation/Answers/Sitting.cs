namespace Beffroi.Psychometrics;

/// <summary>A person in front of a test: the answer to any item, the same whatever is asked before it.</summary>
sealed class Sitting(SimulatedBank bank, SimulationScenario scenario, SimulatedTraits traits, ulong seed)
{
    static readonly int Session = -1;

    /// <summary>Start of the chance of the test itself.</summary>
    public ulong TestSeed => RandomStream.Of(seed, Session).Next();

    public SimulatedTraits Person => traits;

    /// <summary>Whether the person has left after so many items.</summary>
    public bool HasLeft(int asked) => asked >= traits.LeavesAfter;

    /// <summary>The score on an item; null when the answer is a rapid guess and those are not scored.</summary>
    public int? Answer(int item)
    {
        var (process, chance, truth) = (scenario.Answers, RandomStream.Of(seed, item), bank.Truth[item]);
        // One draw for each purpose and always the same number of draws: adding slips does not change who is right.
        var (score, isGuess, isLucky, isSlip) = (chance.NextDouble(), chance.NextBool(process.GuessedShare), chance.NextBool(process.GuessSuccess), chance.NextBool(process.SlipRate));
        return traits.IsGuessing && isGuess
            ? scenario.IsEffortModerated ? null : isLucky ? truth.MaxScore : 0
            : isSlip ? 0 : Score(truth, AbilityOn(item), score);
    }

    // To move every location of an item up is to move the ability down, in all models of the library.
    double AbilityOn(int item) =>
        traits.Ability
        + (bank.Testlet[item] is >= 0 and var testlet ? traits.TestletEffects[testlet] : 0)
        - (traits.IsFocal && bank.IsBiased[item] ? scenario.Answers.DifSize : 0);

    static int Score(ItemModel truth, double ability, double uniform)
    {
        Span<double> p = stackalloc double[truth.MaxScore + 1];
        truth.Probabilities(ability, p);
        // The highest score first: a small number is a good answer, so that common random numbers order people as abilities do.
        for (var score = truth.MaxScore; score > 0; score--)
        {
            uniform -= p[score];
            if (uniform < 0)
            {
                return score;
            }
        }

        return 0;
    }
}
