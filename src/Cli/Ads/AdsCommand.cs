using System.CommandLine;

namespace Beffroi.Cli.Ads;

static class AdsCommand
{
    public static Command Make(Terminal terminal) => new("ads", "Les annonces : les importer, comparer deux lectures d’une bibliothèque, réunir les textes proches.")
    {
        ImportAdsCommand.Make(terminal),
        CompareCommand.Make(terminal),
        GroupsCommand.Make(terminal),
    };
}
