using System.CommandLine;
using Beffroi.Cli.Psychometrics;

namespace Beffroi.Cli.Detection;

/// <summary>Options that the commands on labelled accounts share.</summary>
static class DataOptions
{
    public static Option<string[]> Files(string name, string description, bool required) => new(name)
    {
        Description = description,
        HelpName = "FICHIER…",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        Required = required,
    };

    public static Option<string[]> Data() => Files("--data", "Comptes étiquetés (bot ou human), en CSV ou en JSONL, .gz accepté ; un jeu par fichier.", required: true);

    public static Option<string?> Posts() => new("--posts") { Description = "Publications de ces comptes, en CSV ou en JSONL, .gz accepté.", HelpName = "PUBLICATIONS" };

    public static Option<int> Seed() => NumberOption.MakeWhole("--seed", "Graine du hasard : mêmes comptes et même graine, même modèle.", 1, 0, 1_000_000);
}
