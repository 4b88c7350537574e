using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring;

/// <summary>Builds evaluations the way the worked vectors describe them: so many right out of so many, at so many seconds each.</summary>
static class Play
{
    public static readonly (Situation Situation, Skill Skill, int Items)[] Questions =
    [
        (Situation.Livraison, Skill.Ccf, 9), (Situation.Livraison, Skill.SyntaxeOrthographe, 7), (Situation.Livraison, Skill.Numeratie, 3),
        (Situation.ObjetsTrouves, Skill.Ccf, 5), (Situation.ObjetsTrouves, Skill.Memorisation, 3), (Situation.ObjetsTrouves, Skill.Numeratie, 4),
    ];

    public static readonly Situation[] Everything = [Situation.Livraison, Situation.Maintenance, Situation.ObjetsTrouves];

    public static readonly Situation[] FirstParcours = [Situation.Livraison, Situation.Maintenance];

    public static PlayedEvaluation AllRight(double seconds, double wordSeconds, params Situation[] situations) => Same(true, seconds, wordSeconds, situations);

    public static PlayedEvaluation AllWrong(double seconds, double wordSeconds, params Situation[] situations) => Same(false, seconds, wordSeconds, situations);

    public static PlayedEvaluation Same(bool correct, double seconds, double wordSeconds, params Situation[] situations) =>
        Each((_, _, items) => correct ? items : 0, correct ? 28 : 0, correct ? 28 : 0, (_, _) => seconds, wordSeconds, situations);

    /// <summary>Numbers of right answers and seconds by situation and skill, then for words and non-words.</summary>
    public static PlayedEvaluation Each(
        Func<Situation, Skill, int, int> right, int words, int nonWords, Func<Situation, Skill, double> seconds, double wordSeconds, params Situation[] situations) =>
        new([.. (situations.Length == 0 ? Everything : situations).Select(situation => new ScoredSituation(
            situation,
            Finished: true,
            situation == Situation.Maintenance
                ? [.. Words(words, isWord: true, wordSeconds), .. Words(nonWords, isWord: false, wordSeconds)]
                : [.. Questions.Where(q => q.Situation == situation).SelectMany(q =>
                    Answers(situation, q.Skill, right(situation, q.Skill, q.Items), q.Items, seconds(situation, q.Skill)))]))]);

    public static IEnumerable<ScoredAnswer> Answers(Situation situation, Skill skill, int right, int items, double? seconds) =>
        Enumerable.Range(0, items).Select(i => new ScoredAnswer { Situation = situation, Skill = skill, Correct = i < right, Seconds = seconds });

    public static IEnumerable<ScoredAnswer> Words(int right, bool isWord, double? seconds, int items = 28) =>
        Answers(Situation.Maintenance, Skill.Ccf, right, items, seconds).Select(answer => answer with { IsWord = isWord });

    /// <summary>Five right out of nine and so on, quickly: the vector « half right, fast ».</summary>
    public static PlayedEvaluation HalfRightFast() => Each(
        (situation, skill, _) => (situation, skill) switch
        {
            (Situation.Livraison, Skill.Ccf) => 5,
            (Situation.Livraison, Skill.SyntaxeOrthographe) => 4,
            (Situation.ObjetsTrouves, Skill.Ccf) => 3,
            _ => 2,
        },
        20,
        18,
        (_, skill) => skill == Skill.Numeratie ? 8 : 6,
        0.9);

    /// <summary>What chance gives at two seconds a click: the vector « random clicks ».</summary>
    public static PlayedEvaluation RandomClicks() => Each(
        (situation, skill, _) => situation == Situation.Livraison && skill != Skill.Numeratie ? 2 : 1, 14, 14, (_, _) => 2, 0.5);

    /// <summary>Answers that really are random: one chance in four at a question, one in two at a word.</summary>
    public static PlayedEvaluation AtRandom(Random chance, double seconds, double wordSeconds, params Situation[] situations) =>
        AllWrong(seconds, wordSeconds, situations).With(a => a with { Correct = chance.Next(a.IsWord is null ? 4 : 2) == 0 });

    public static PlayedEvaluation With(this PlayedEvaluation evaluation, Func<ScoredAnswer, ScoredAnswer> change) =>
        new([.. evaluation.Situations.Select(played => new ScoredSituation(played.Situation, played.Finished, [.. played.Answers.Select(change)]))]);

    public static Score Historique(PlayedEvaluation evaluation) => Engine.Run(EngineName.Historique, evaluation, Norms.Current);

    public static Score Beffroi(PlayedEvaluation evaluation) => Engine.Run(EngineName.Beffroi, evaluation, Norms.Current);
}
