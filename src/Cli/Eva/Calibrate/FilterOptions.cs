using System.CommandLine;
using Beffroi.Eva.Norming;
using Beffroi.Kit;

namespace Beffroi.Cli.Eva.Calibrate;

/// <summary>Whose answers count.</summary>
sealed class FilterOptions
{
    readonly Option<string?> _from = new("--from") { Description = "Évaluations finies depuis ce jour, par exemple 2026-01-31.", HelpName = "JOUR" };
    readonly Option<string?> _to = new("--to") { Description = "Évaluations finies jusqu’à ce jour, compris.", HelpName = "JOUR" };
    readonly Option<string?> _mode = new("--mode") { Description = "Appareil de la plupart des réponses : tactile, souris ou clavier.", HelpName = "APPAREIL" };
    readonly Option<string?> _school = new("--school") { Description = "École : france, etranger ou non_scolarise.", HelpName = "ÉCOLE" };
    readonly Option<string?> _language = new("--french") { Description = "Première langue : oui (le français) ou non.", HelpName = "RÉPONSE" };
    readonly Option<bool> _alone = new("--alone") { Description = "Avec les personnes qui ont joué seules." };

    public FilterOptions()
    {
        _mode.AcceptOnlyFromAmong([.. CohortWords.Modes.Select(m => m.Value)]);
        _school.AcceptOnlyFromAmong([.. CohortWords.Schools.Select(s => s.Value)]);
        _language.AcceptOnlyFromAmong([.. CohortWords.Languages.Select(l => l.Value)]);
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_from, _to, _mode, _school, _language, _alone])
        {
            command.Add(option);
        }
    }

    public NormFilter Read(ParseResult parsed)
    {
        var errors = new Errors();
        var filter = NormFilter.Read(
            new()
            {
                Du = parsed.GetValue(_from),
                Au = parsed.GetValue(_to),
                Moyen = parsed.GetValue(_mode),
                Ecole = parsed.GetValue(_school),
                Langue = parsed.GetValue(_language),
                Seuls = parsed.GetValue(_alone) ? "true" : null,
            },
            errors);
        return errors.Any ? throw new CommandFailedException(errors.All[0].Message, ExitCodes.BadUsage) : filter;
    }
}
