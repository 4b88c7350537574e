using System.CommandLine;

namespace Beffroi.Cli;

static class JsonOption
{
    public static Option<bool> Make() => new("--json") { Description = "Écrit le résultat en JSON, pour un programme." };
}
