using System.Diagnostics;
using System.Globalization;
using Beffroi.Encyclopedia.Peers;
using Process = System.Diagnostics.Process;

namespace Beffroi.Chat.Fanout;

/// <summary>ejabberd as Debian ships it, in a folder of its own: one room for many, without history, which is not kept on the disk.</summary>
sealed class Ejabberd : Peer
{
    const string Host = "localhost";
    const string Password = "carillon";

    readonly int _port = FreePort();
    Process? _process;

    public override string Name => "ejabberd";

    public static bool Installed => File.Exists("/usr/sbin/ejabberdctl");

    public override IReadOnlyList<int> Servers => _process is { } process ? [process.Id] : [];

    string[] Own => ["--node", $"fanout{_port.ToString(CultureInfo.InvariantCulture)}@localhost", "--config-dir", Folder, "--logs", Folder, "--spool", Path.Combine(Folder, "spool")];

    public override async Task Start(int mostClients, CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "ejabberd.yml"), string.Create(CultureInfo.InvariantCulture, $$"""
            hosts: [{{Host}}]
            loglevel: warning
            listen:
              - port: {{_port}}
                ip: "127.0.0.1"
                module: ejabberd_c2s
                max_stanza_size: 262144
                shaper: none
                access: all
            auth_password_format: plain
            acl: {}
            shaper: {}
            modules:
              mod_muc:
                access: all
                access_create: all
                max_users: 10000
                min_message_interval: 0
                default_room_options:
                  anonymous: false
                  persistent: false
            """), ct);
        // Debian’s script becomes the user "ejabberd" when it is root.
        await ProcessorTime.Run(new("chown", ["-R", "ejabberd", Folder]), ct);
        _process = Process.Start(new ProcessStartInfo("ejabberdctl", [.. Own, "foreground"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ProcessorTime.Run(new("ejabberdctl", [.. Own, "started"]), ct);
        for (var i = 0; i < mostClients; i++)
        {
            await ProcessorTime.Run(new("ejabberdctl", [.. Own, "register", UserName(i), Host, Password]), ct);
        }
    }

    public override async Task<IClient> Join(int number, int run, Action<string> heard, CancellationToken ct) =>
        await XmppClient.Open(_port, Host, UserName(number), Password, $"room{run.ToString(CultureInfo.InvariantCulture)}", heard, ct);

    protected override async Task Stop()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    static string UserName(int number) => $"u{number.ToString(CultureInfo.InvariantCulture)}";
}
