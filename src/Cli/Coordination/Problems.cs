using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Coordination;

/// <summary>Lines that gave nothing, told in French.</summary>
static class Problems
{
    const int Told = 3;

    /// <summary>Tells them on the error stream; refuses the file when they are too many.</summary>
    public static void Tell(ShareReport report, double most, string name, Terminal terminal)
    {
        if (report.Problems == 0)
        {
            return;
        }

        var examples = string.Join(", ", report.First.Take(Told).Select(p => $"ligne {p.Line} ({Word(p.Kind)})")) + (report.Problems > Told ? "…" : "");
        var sentence = $"{name} : {report.Problems.ToString("N0", French.Culture)} lignes illisibles sur {report.Rows.ToString("N0", French.Culture)} : {examples}";
        if (report.ProblemShare > most)
        {
            throw new CommandFailedException($"{sentence} ; c’est plus que la part admise (--max-errors)", ExitCodes.BadUsage);
        }

        Note.Write(terminal, sentence);
    }

    static string Word(ShareProblemKind kind) => kind switch
    {
        ShareProblemKind.TooFewFields => "trop peu de champs",
        ShareProblemKind.LineTooLong => "trop longue",
        ShareProblemKind.UnclosedQuote => "guillemet non fermé",
        ShareProblemKind.NotText => "pas de l’UTF-8",
        ShareProblemKind.NotJson => "pas du JSON",
        ShareProblemKind.WrongType => "un champ n’est ni texte ni nombre",
        ShareProblemKind.NoAccount => "sans compte",
        ShareProblemKind.NoContent => "sans identifiant de message",
        ShareProblemKind.BadTime => "date illisible",
        ShareProblemKind.Incomplete => "sans auteur, identifiant ou date",
        ShareProblemKind.Truncated => "coupée par la fin du fichier",
        ShareProblemKind.FutureTime => "date à venir",
        ShareProblemKind.RoundedId => "identifiant arrondi, ses derniers chiffres sont perdus",
    };
}
