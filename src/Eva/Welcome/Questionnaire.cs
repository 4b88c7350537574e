using Beffroi.Kit;

namespace Beffroi.Eva.Welcome;

/// <summary>A question that everybody is asked; its answer is a part of the <see cref="Background"/>.</summary>
public sealed record WelcomeQuestion : PersonQuestion
{
    public required Func<Background, string?> Given { get; init; }
    public required Action<Background, string> Keep { get; init; }

    public override string? AnswerIn(Evaluation evaluation) => evaluation.Background is { } background ? Given(background) : null;

    public override void KeepIn(Evaluation evaluation, string value, DateTimeOffset at) =>
        Keep(evaluation.Background ??= new() { EvaluationId = evaluation.Id }, value);

    public override string Words(Evaluation evaluation) =>
        Choices.Count == 0 && AnswerIn(evaluation) is { } age and not Background.Unsaid ? $"{age} ans" : base.Words(evaluation);
}

/// <summary>What we ask before the games: seven facts that a result is read with, and one about computers. Each may be left unsaid.</summary>
public static class Questionnaire
{
    public const string Unsaid = Background.Unsaid;
    public const int MinAge = 14;
    public const int MaxAge = 100;

    public static readonly IReadOnlyList<WelcomeQuestion> Questions =
    [
        new()
        {
            Name = "age", Text = "Quel âge avez-vous ?", Reason = "Les résultats se lisent avec l’âge.",
            Given = b => b.AgeState ?? b.Age?.ToString(French.Culture),
            Keep = (b, value) => b.TellAge(string.Equals(value, Unsaid, StringComparison.Ordinal) ? null : int.Parse(value, French.Culture)),
        },
        new()
        {
            Name = "genre", Text = "Vous êtes…", Reason = "Nous vérifions que les jeux sont justes pour tous.",
            Choices = [("femme", "Une femme"), ("homme", "Un homme"), ("autre", "Autre")],
            Given = b => b.Gender, Keep = (b, value) => b.Gender = value,
        },
        new()
        {
            Name = "langue", Text = "Dans votre enfance, quelle langue parlait-on à la maison ?", Reason = "Le français est peut-être votre 2e langue.",
            Choices = [("oui", "Le français"), ("non", "Une autre langue")],
            Given = b => b.FrenchMotherTongue, Keep = (b, value) => b.FrenchMotherTongue = value,
        },
        new()
        {
            Name = "ecole", Text = "Où se trouvait votre école ?", Reason = "Cela aide à choisir une formation.",
            Choices = [("france", "En France"), ("etranger", "Dans un autre pays"), ("non_scolarise", "Je n’ai pas eu d’école")],
            Given = b => b.SchoolingPlace, Keep = (b, value) => b.SchoolingPlace = value,
        },
        new()
        {
            Name = "niveau", Text = "Quel est votre dernier niveau d’école ?", Reason = "Cela aide à choisir une formation.",
            Choices =
            [
                ("pas_etudie", "Je n’ai pas eu d’école"), ("college", "Le collège"), ("cfg_dnb", "Le CFG ou le brevet"), ("cap_bep", "Un CAP ou un BEP"),
                ("bac", "Le bac"), ("bac_plus2", "Bac + 2"), ("superieur", "Plus que bac + 2"),
            ],
            Given = b => b.LastLevel, Keep = (b, value) => b.LastLevel = value,
        },
        new()
        {
            Name = "situation", Text = "Que faites-vous en ce moment ?", Reason = "Cela aide à préparer la suite.",
            Choices =
            [
                ("scolarisation", "Je suis à l’école"), ("formation_professionnelle", "Je suis en formation"), ("alternance", "Je suis en alternance"),
                ("en_emploi", "Je travaille"), ("sans_emploi", "Je cherche un travail"),
            ],
            Given = b => b.LastSituation, Keep = (b, value) => b.LastSituation = value,
        },
        new()
        {
            Name = "appareil", Text = "Quel appareil utilisez-vous le plus ?", Reason = "Les jeux se jouent avec les doigts, la souris ou le clavier.",
            Choices = [("telephone", "Un téléphone"), ("tablette", "Une tablette"), ("ordinateur", "Un ordinateur"), ("aucun", "Aucun")],
            Given = b => b.Device, Keep = (b, value) => b.Device = value,
        },
        new()
        {
            Name = "aisance", Text = "Avec un ordinateur, vous êtes…", Reason = "L’habitude de l’écran peut changer un résultat.",
            Choices = [("seul", "À l’aise, sans aide"), ("avec_aide", "À l’aise avec de l’aide"), ("difficile", "C’est difficile")],
            Given = b => b.ComputerEase, Keep = (b, value) => b.ComputerEase = value,
        },
    ];

    /// <summary>Alone, only what the sheet is made with: which courses to think of, and whether the screen was in the way. Nothing that describes somebody.</summary>
    public static readonly IReadOnlyList<WelcomeQuestion> Alone = [.. Questions.Where(q => q.Name is "langue" or "ecole" or "aisance")];

    /// <summary>What is to be kept of a typed answer; null when it is none, and <paramref name="errors"/> says why.</summary>
    public static string? Read(PersonQuestion question, string? typed, bool unsaid, Errors errors)
    {
        if (unsaid)
        {
            return Unsaid;
        }

        var value = typed?.Trim();
        if (question.Choices.Count == 0)
        {
            if (int.TryParse(value, French.Culture, out var age) && age is >= MinAge and <= MaxAge)
            {
                return age.ToString(French.Culture);
            }

            errors.Add("Answer", $"Écrivez un nombre, de {MinAge} à {MaxAge}. Exemple : 35");
            return null;
        }

        if (question.Choices.Any(c => string.Equals(c.Value, value, StringComparison.Ordinal)))
        {
            return value;
        }

        errors.Add("Answer", "Choisissez une réponse, ou « Je préfère ne pas dire »");
        return null;
    }
}
