using System.CommandLine;
using Beffroi.Cli.Coordination.Detect;
using Beffroi.Cli.Coordination.Sql;

namespace Beffroi.Cli.Coordination;

static class CoordinationCommand
{
    public static Command Make(Terminal terminal) => new("coordination", "Qui partage les mêmes choses au même moment : liens, groupes et preuves. Une raison de regarder, jamais une preuve d’intention.")
    {
        DetectCommand.Make(terminal),
        SqlCommand.Make(terminal),
    };
}
