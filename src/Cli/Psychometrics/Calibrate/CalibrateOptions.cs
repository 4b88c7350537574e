using System.Collections.Immutable;
using System.CommandLine;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Calibrate;

/// <summary>What calibration was asked for.</summary>
sealed class CalibrateOptions
{
    readonly Option<string> _model = ModelName.Option();
    readonly Option<int> _quadrature = NumberOption.MakeWhole("--quadrature", "Points de la grille des niveaux, de −6 à 6 ; un nombre pair devient l’impair suivant.", 61, 11, 961);
    readonly Option<double> _tolerance = NumberOption.Make("--tolerance", "Plus petit changement d’un paramètre qui fait continuer.", 1e-6, 1e-10, 0.1);
    readonly Option<int> _iterations = NumberOption.MakeWhole("--max-iterations", "Itérations après lesquelles la calibration s’arrête sans avoir convergé.", 5000, 1, 1_000_000);
    readonly Option<int?> _threads = NumberOption.MakeOptionalWhole("--threads", "Fils d’exécution ; sans l’option, autant que de processeurs. Le résultat n’en dépend pas.", 1, 1024);
    readonly Option<bool> _errors = new("--se") { Description = "Calcule aussi l’erreur type de chaque paramètre." };
    readonly Option<string?> _group = new("--group") { Description = "Colonne du groupe de chaque personne : plusieurs groupes, chacun avec sa moyenne et son écart type.", HelpName = "COLONNE" };
    readonly Option<string?> _reference = new("--reference") { Description = "Groupe qui fixe l’échelle ; sans l’option, le premier du fichier.", HelpName = "VALEUR" };
    readonly Option<string?> _anchors = new("--anchors") { Description = "Banque d’items dont les paramètres restent fixes ; l’échelle est alors la sienne.", HelpName = "BANQUE" };
    readonly Option<string?> _start = new("--start") { Description = "Banque d’items d’où partir.", HelpName = "BANQUE" };
    readonly Option<(double, double)?> _priorB = PairOption.Make("--prior-b", "A priori normal sur les difficultés ou seuils.", "moyenne,écart-type", -1e6, 1e-6);
    readonly Option<(double, double)?> _priorLogA = PairOption.Make("--prior-log-a", "A priori normal sur le logarithme de a.", "moyenne,écart-type", -1e6, 1e-6);
    readonly Option<(double, double)?> _priorC = PairOption.Make("--prior-c", "A priori bêta sur c (3pl).", "alpha,bêta", 1, 1);
    readonly Option<double?> _c = NumberOption.MakeOptional("--c", "Valeur fixe de c (3pl), plutôt que de l’estimer.", 0, 0.99);
    readonly Option<string?> _scale = Scale();

    public Option<bool> Fit { get; } = new("--fit") { Description = "Ajoute l’ajustement : S-X² par item, M2, corrélations résiduelles Q3." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_model, _quadrature, _tolerance, _iterations, _threads, _errors, Fit, _scale, _group, _reference, _anchors, _start, _priorB, _priorLogA, _priorC, _c])
        {
            command.Add(option);
        }
    }

    /// <exception cref="CommandFailedException">Options contradict one another, or a file is not what it should be.</exception>
    public async Task<CalibrationRequest> Read(ParseResult parsed, Func<string?, Task<AnswerTable>> table, Terminal terminal, CancellationToken ct)
    {
        Check(parsed);
        var anchorBank = await Bank(_anchors);
        var start = await Bank(_start);
        var answers = await table(parsed.GetValue(_group));
        var anchors = Anchors.Of(anchorBank, answers);
        var family = ModelName.Family(parsed.GetValue(_model)!);
        var groups = GroupOrder(parsed, answers);
        return new()
        {
            Model = parsed.GetValue(_model)!,
            Answers = CalibrationAnswers.Of(answers, family, anchors, parsed.GetValue(_priorB) is not null),
            Anchors = anchors,
            GroupNames = groups,
            Groups = answers.Groups?.Places(groups) ?? [],
            Options = Options(parsed, family) with
            {
                Anchors = anchors.ToImmutableDictionary(a => a.Key, a => a.Value.Model, StringComparer.Ordinal),
                Families = anchors.ToImmutableDictionary(a => a.Key, a => Anchors.Family(a.Value.Model), StringComparer.Ordinal),
                Start = start?.Items.ToImmutableDictionary(i => i.Name, i => i.Model, StringComparer.Ordinal) ?? ImmutableDictionary<string, ItemModel>.Empty,
            },
        };

        async Task<Bank?> Bank(Option<string?> option) => parsed.GetValue(option) is { } path ? BankOption.Noted(await Banks.Bank.Read(path, terminal, ct), terminal) : null;
    }

    CalibrationOptions Options(ParseResult parsed, ItemFamily family) => new()
    {
        Family = family,
        QuadraturePoints = parsed.GetValue(_quadrature) | 1,
        Tolerance = parsed.GetValue(_tolerance),
        MaxIterations = parsed.GetValue(_iterations),
        Threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount,
        StandardErrors = parsed.GetValue(_errors),
        LowerAsymptote = parsed.GetValue(_c),
        Scale = (parsed.GetValue(_scale) ?? (parsed.GetValue(_anchors) is null ? "standard" : "free")) switch
        {
            "spread" => LatentScale.Spread,
            "free" => LatentScale.MeanAndSpread,
            _ => LatentScale.Standard,
        },
        Priors = new()
        {
            Difficulty = parsed.GetValue(_priorB) is var (mean, sd) ? new(mean, sd) : null,
            LogDiscrimination = parsed.GetValue(_priorLogA) is var (logMean, logSd) ? new(logMean, logSd) : null,
            LowerAsymptote = parsed.GetValue(_priorC) is var (alpha, beta) ? new(alpha, beta) : null,
        },
    };

    void Check(ParseResult parsed)
    {
        var (model, scale, anchored) = (parsed.GetValue(_model)!, parsed.GetValue(_scale), parsed.GetValue(_anchors) is not null);
        var fixedSlope = ModelName.HasFixedSlope(ModelName.Family(model));
        var problem = parsed.GetValue(_reference) is not null && parsed.GetValue(_group) is null ? "--reference va avec --group"
            : model is not "3pl" && (parsed.GetValue(_c) is not null || parsed.GetValue(_priorC) is not null) ? $"--c et --prior-c vont avec le modèle 3pl, pas {model}"
            : parsed.GetValue(_c) is not null && parsed.GetValue(_priorC) is not null ? "--c fixe c : --prior-c n’a pas d’objet"
            : fixedSlope && parsed.GetValue(_priorLogA) is not null ? $"le modèle {model} fixe a à 1 : --prior-log-a n’a pas d’objet"
            : scale is "spread" && !fixedSlope && !anchored ? $"--scale spread laisse le modèle {model} sans unité : il faut rasch, pcm ou --anchors"
            : scale is "free" && !anchored ? "--scale free laisse l’échelle sans origine : il faut --anchors"
            : null;
        if (problem is not null)
        {
            throw new CommandFailedException(problem, ExitCodes.BadUsage);
        }
    }

    // The reference first, then the others as the file has them.
    IReadOnlyList<string> GroupOrder(ParseResult parsed, AnswerTable answers)
    {
        if (answers.Groups is not { } groups)
        {
            return [];
        }

        var reference = parsed.GetValue(_reference) is { } named ? groups.Require(named, answers.Name) : groups.Names.First();
        return [reference, .. groups.Names.Where(name => !string.Equals(name, reference, StringComparison.Ordinal))];
    }

    static Option<string?> Scale()
    {
        var scale = new Option<string?>("--scale")
        {
            Description = "Ce qui est estimé des niveaux du premier groupe : standard (rien, N(0, 1)), spread (l’écart type), free (moyenne et écart type ; avec --anchors, c’est le cas sans l’option).",
            HelpName = "ÉCHELLE",
        };
        scale.AcceptOnlyFromAmong("standard", "spread", "free");
        return scale;
    }
}
