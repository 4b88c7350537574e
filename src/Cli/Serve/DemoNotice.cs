using System.Text;
using Beffroi.Accounts;
using Beffroi.Cli.Db;
using Beffroi.Cli.World;
using Beffroi.Kit;

namespace Beffroi.Cli.Serve;

/// <summary>Where the demonstration is and how to enter it.</summary>
static class DemoNotice
{
    public static string Text(int port, StorageChoice storage)
    {
        var address = $"http://localhost:{port.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        var width = People.All.Max(p => p.Email.Length) + 2;
        var text = new StringBuilder();
        text.AppendLine(French.Culture, $"Beffroi, démonstration : {address}").AppendLine();
        text.AppendLine(French.Culture, $"Se connecter : {address}/connexion, mot de passe de tous les comptes : {People.Password}");
        foreach (var person in People.All)
        {
            text.AppendLine(French.Culture, $"  {person.Email.PadRight(width)}{person.Name}, {Describe(person)}");
        }

        text.AppendLine(French.Culture, $"Jouer : {address}/eva/{Campaigns.Accueil.Code} (campagne « {Campaigns.Accueil.Label} », code {Campaigns.Accueil.Code})");
        return text.AppendLine(French.Culture, $"Données : {storage.Name}. Arrêter : Ctrl-C.").ToString();
    }

    static string Describe(WorldPerson person) =>
        person.Role.Label().ToLower(French.Culture) + (person.Accepted ? "" : " (compte à valider)") + (person.Structure is null ? "" : $", {person.Structure.Name}");
}
