namespace Beffroi.Eva;

/// <summary>A question on health. A person agrees first to be asked; taking it back erases what was said.</summary>
public sealed record HealthQuestion : PersonQuestion
{
    public override string? AnswerIn(Evaluation evaluation) => Find(evaluation)?.Value;

    public override void KeepIn(Evaluation evaluation, string value, DateTimeOffset at)
    {
        if (Find(evaluation) is { } kept)
        {
            (kept.Value, kept.At) = (value, at);
        }
        else
        {
            evaluation.HealthAnswers.Add(new() { EvaluationId = evaluation.Id, Question = Name, Value = value, At = at });
        }

        if (!HealthQuestions.MayAsk(evaluation))
        {
            evaluation.HealthAnswers.RemoveAll(a => !string.Equals(a.Question, HealthQuestions.Agreement.Name, StringComparison.Ordinal));
        }
    }

    HealthAnswer? Find(Evaluation evaluation) => evaluation.HealthAnswers.Find(a => string.Equals(a.Question, Name, StringComparison.Ordinal));
}

/// <summary>What may change a play, or its reading: sight, colours, hearing, attention, screens, dys.</summary>
public static class HealthQuestions
{
    const string Yes = "oui";

    // Data on health are kept by explicit consent only (GDPR, article 9.2.a, read 2026-11): it is asked for by itself.
    public static readonly HealthQuestion Agreement = new()
    {
        Name = "sante_accord",
        Text = "Voulez-vous répondre à 6 questions sur votre santé ?",
        Reason = "Seule l’équipe qui vous accompagne lit ces réponses.",
        Choices = [(Yes, "Oui, je veux bien"), ("non", "Non, je passe")],
    };

    public static readonly IReadOnlyList<HealthQuestion> Questions =
    [
        Asked("sante_vue", "Avez-vous du mal à voir l’écran ?", byDegree: true),
        Asked("sante_couleurs", "Confondez-vous des couleurs ?", byDegree: false),
        Asked("sante_audition", "Avez-vous du mal à entendre ?", byDegree: true),
        Asked("sante_attention", "Votre santé gêne-t-elle votre attention ?", byDegree: true),
        Asked("sante_maux_de_tete", "L’écran vous donne-t-il mal à la tête ?", byDegree: true),
        Asked("sante_dys", "Avez-vous un trouble dys, comme la dyslexie ?", byDegree: false),
    ];

    public static bool MayAsk(Evaluation evaluation) => Agreement.AnswerIn(evaluation) is Yes;

    /// <summary>The agreement, then the questions while it is not refused.</summary>
    public static IEnumerable<HealthQuestion> For(Evaluation evaluation) =>
        Agreement.AnswerIn(evaluation) is null or Yes ? [Agreement, .. Questions] : [Agreement];

    static HealthQuestion Asked(string name, string text, bool byDegree) => new()
    {
        Name = name,
        Text = text,
        Reason = "Votre réponse aide à lire vos résultats.",
        Choices = [(Yes, "Oui"), .. byDegree ? [("un_peu", "Un peu")] : Array.Empty<(string, string)>(), ("non", "Non"), ("ne_sait_pas", "Je ne sais pas")],
    };
}
