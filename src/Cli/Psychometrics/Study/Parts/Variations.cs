using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study.Parts;

/// <summary>The conditions that the study varies.</summary>
static class Variations
{
    static readonly SimulationScenario Base = new() { Bank = StudyDesigns.Bank, Design = StudyDesigns.Decision(), Cuts = [StudyDesigns.Cut] };

    // A prior of the right mean, on a wider grid.
    static AdaptiveDesign WithPrior(double mean) => new(StudyDesigns.Decision().Options with { Prior = new(mean, 1) });

    public static VariationPart Populations { get; } = new()
    {
        Title = "3. Other people",
        Before = "Adaptive test, decision at 0.95, at most 25 items. It believes N(0, 1) unless said otherwise.",
        After = "A prior that is wrong by 0.6 logit biases short tests towards itself; the mean of the cohort as a prior mends it. A scale known before (correlation 0.7, error 0.40) shortens the test.",
        Rows =
        [
            ("N(0, 1)", Base, null),
            ("N(−0.6, 1), prior N(0, 1)", Base with { Abilities = new NormalAbilities(-0.6) }, null),
            ("N(−0.6, 1), prior N(−0.6, 1)", Base with { Abilities = new NormalAbilities(-0.6), Design = WithPrior(-0.6) }, null),
            ("skewed to low abilities (−0.8)", Base with { Abilities = new SkewedAbilities(-0.8) }, null),
            ("mixture, 20 % at −1.8", Base with { Abilities = new MixedAbilities(new AbilityGroup(0.2, new NormalAbilities(-1.8, 0.5)), new AbilityGroup(0.8, new NormalAbilities(0.3, 0.8))) }, null),
            ("N(0, 1), another scale known (r = 0.7)", Base with { OtherScale = new() }, null),
            ("SE ≤ 0.40, no other scale", Base with { Design = StudyDesigns.StandardError(0.40) }, null),
            ("SE ≤ 0.40, another scale known (r = 0.7)", Base with { Design = StudyDesigns.StandardError(0.40), OtherScale = new() }, null),
        ],
    };

    public static VariationPart Departures { get; } = new()
    {
        Title = "4. Answers that do not follow the model",
        Before = """
            The same test. Testlets: 15 areas of 6 items, variance 0.3. DIF: 20 % of the people find 10 % of the items harder by 0.64 logit. Guessing: 15 % of the people
            answer 40 % of the items at random (1 in 4 right); "not scored" supposes that all rapid guesses are recognised. Slips: 3 % of right answers are marked wrong.
            Leaving: 10 % of the people leave within the first 20 items.
            """,
        After = "Testlets make the test surer of itself than it should be (coverage under 0.95): scoring by testlets or spreading areas is the answer, not longer tests. Guessing lowers those who guess; not scoring their rapid guesses removes the bias.",
        Rows =
        [
            ("as the model says", Base, null),
            ("testlets", Base with { Bank = StudyDesigns.Bank with { Areas = 15 }, Answers = new() { TestletVariance = 0.3 } }, null),
            ("DIF, everybody", Base with { Answers = Biased }, null),
            ("DIF, focal group only", Base with { Answers = Biased }, p => p.IsFocal),
            ("guessing, everybody", Base with { Answers = Guessing }, null),
            ("guessing, those who guess", Base with { Answers = Guessing }, p => p.IsGuessing),
            ("guessing not scored, those who guess", Base with { Answers = Guessing, IsEffortModerated = true }, p => p.IsGuessing),
            ("slips", Base with { Answers = new() { SlipRate = 0.03 } }, null),
            ("leaving", Base with { Answers = new() { AbandonShare = 0.10 } }, null),
        ],
    };

    static AnswerProcess Biased => new() { FocalShare = 0.2, DifShare = 0.1, DifSize = 0.64 };

    static AnswerProcess Guessing => new() { GuessingShare = 0.15 };

    static ItemError Experts => new() { DifficultySd = 0.60, LogDiscriminationSd = 0.35 };

    public static VariationPart ItemErrors { get; } = new()
    {
        Title = "5. Items known imperfectly",
        Before = "The same test, choosing and scoring with parameters that are off by a normal error: SD of b 0.60, 0.30, 0.17 and 0.09, SD of log a 0.35, 0.25, 0.15 and 0.09, about what experts alone, then 100, 300 and 1,000 answers an item would give.",
        After = """
            A test that takes its items as exact is surer than it should be: told reliability above the true one, coverage under 0.95. "Carried" is a test that knows how little it knows its items
            (`UncertainItem`). Where the errors are those of beliefs (true = believed + error, as after a calibration with priors) its intervals are honest again. Where they are those of raw estimates
            (used = true + error) it helps little: estimates must first be drawn in towards their mean, which is what calibrating with priors does.
            """,
        Rows =
        [
            ("exact", Base, null),
            .. new (string Name, double B, double A)[] { ("experts only", 0.60, 0.35), ("100 answers", 0.30, 0.25), ("300 answers", 0.17, 0.15), ("1,000 answers", 0.09, 0.09) }
                .Select(e => (e.Name, Base with { ItemError = new() { DifficultySd = e.B, LogDiscriminationSd = e.A } }, (Func<SimulatedPerson, bool>?)null)),
            ("experts only, carried", Base with { ItemError = Experts with { IsKnown = true } }, null),
            ("experts only, beliefs", Base with { ItemError = Experts with { Kind = ItemErrorKind.Believed } }, null),
            ("experts only, beliefs, carried", Base with { ItemError = Experts with { Kind = ItemErrorKind.Believed, IsKnown = true } }, null),
        ],
    };

    public static VariationPart Banks { get; } = new()
    {
        Title = "6. Banks",
        Before = "Adaptive test, SE ≤ 0.40. Uneven: 70 % of the items crowd around +1. Several scores: 45 items of the generalised partial credit model, scored 0 to 2.",
        After = "Averages over many banks: one bank alone may do better or worse than a larger one by luck.",
        Rows =
        [
            .. new[] { 30, 60, 90, 120, 200 }.Select(items => ($"{items} items", OnBank(StudyDesigns.Bank with { Items = items }), (Func<SimulatedPerson, bool>?)null)),
            ("90 items, uniform difficulties", OnBank(StudyDesigns.Bank with { Shape = DifficultyShape.Uniform }), null),
            ("90 items, uneven", OnBank(new UnevenBank { Even = StudyDesigns.Bank }), null),
            ("45 items of several scores", OnBank(new PolytomousBank { Locations = StudyDesigns.Bank with { Items = 45 } }), null),
        ],
    };

    static SimulationScenario OnBank(BankSource bank) => Base with { Design = StudyDesigns.StandardError(0.40), Bank = bank };
}
