using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Beffroi.Cli.Serve;

static class Port
{
    const int Default = 5080;
    const int Max = 65535;

    public static Option<int> Option() => new("--port")
    {
        Description = "Port d’écoute, sur cette machine seulement.",
        HelpName = "PORT",
        DefaultValueFactory = _ => Default,
        CustomParser = Read,
    };

    /// <summary>Fails with a sentence when somebody listens there already: the site itself would say it in fifty lines.</summary>
    public static void RequireFree(int port)
    {
        try
        {
            // "localhost" is both.
            Listen(IPAddress.Loopback, port);
            if (Socket.OSSupportsIPv6)
            {
                Listen(IPAddress.IPv6Loopback, port);
            }
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            // IPv6 is compiled in and switched off: nobody listens there.
        }
        catch (SocketException refused)
        {
            throw new CommandFailedException(
                refused.SocketErrorCode == SocketError.AccessDenied
                    ? $"le port {port} est réservé : choisissez-en un autre avec --port."
                    : $"le port {port} est déjà pris : choisissez-en un autre avec --port, ou arrêtez ce qui l’occupe.",
                cause: refused);
        }
    }

    static void Listen(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        listener.Start();
    }

    static int Read(ArgumentResult typed)
    {
        if (int.TryParse(typed.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= Max)
        {
            return port;
        }

        typed.AddError($"--port attend un nombre de 1 à {Max}.");
        return Default;
    }
}
