using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Beffroi.Encyclopedia.Peers;

/// <summary>nginx before four workers of php-fpm, with configuration, sockets and logs in one private folder.</summary>
sealed class PhpServer(string folder, int port) : IAsyncDisposable
{
    const int Workers = 4;
    readonly List<Process> _started = [];

    /// <summary>Where the site's scripts are.</summary>
    public required string Root { get; init; }

    /// <summary>Lines of php.ini for this site.</summary>
    public IReadOnlyDictionary<string, string> Ini { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the scripts find in their environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A second port, where some variables are others.</summary>
    public (int Port, IReadOnlyDictionary<string, string> Variables)? Second { get; init; }

    public IReadOnlyList<int> Ids => [.. _started.Select(p => p.Id)];

    public static string? Fpm => Program("php-fpm*");
    public static string? Nginx => Program("nginx");
    public static string? Php => Program("php");

    public async Task Start(CancellationToken ct)
    {
        var (fpm, nginx) = (Path.Combine(folder, "fpm.conf"), Path.Combine(folder, "nginx.conf"));
        await File.WriteAllTextAsync(fpm, FpmText(), ct);
        await File.WriteAllTextAsync(nginx, NginxText(), ct);
        Begin(Fpm!, [.. Environment.IsPrivilegedProcess ? ["-R"] : Array.Empty<string>(), "-F", "-y", fpm]);
        Begin(Nginx!, ["-e", Path.Combine(folder, "nginx.log"), "-c", nginx]);
        await Listening(ct);
    }

    public async ValueTask DisposeAsync()
    {
        // Asked, not killed: each ends its own workers, and waits for them.
        foreach (var process in _started)
        {
            using (var ask = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            {
                await ask.WaitForExitAsync();
            }

            await process.WaitForExitAsync();
            process.Dispose();
        }

        _started.Clear();
    }

    void Begin(string program, string[] arguments)
    {
        _started.Add(Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!);
    }

    async Task Listening(CancellationToken ct)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, ct);
                if (File.Exists(Path.Combine(folder, "fpm.sock")))
                {
                    return;
                }
            }
            catch (SocketException)
            {
                // Not yet.
            }

            await Task.Delay(100, ct);
        }

        throw new InvalidOperationException("nginx or php-fpm did not start:\n" + string.Join('\n', Directory.EnumerateFiles(folder, "*.log").Select(File.ReadAllText)));
    }

    // Workers are as many as clients, and never renewed: neither waits nor restarts are measured.
    string FpmText() => $"""
        [global]
        error_log = {folder}/fpm.log
        log_level = warning
        [www]
        {(Environment.IsPrivilegedProcess ? "user = root\ngroup = root" : "")}
        listen = {folder}/fpm.sock
        pm = static
        pm.max_children = {Workers}
        pm.max_requests = 0
        php_admin_value[session.save_path] = {folder}
        {string.Join('\n', Ini.Select(i => $"php_admin_value[{i.Key}] = {i.Value}"))}

        """;

    string NginxText() => $$"""
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        daemon off;
        pid {{folder}}/nginx.pid;
        worker_processes auto;
        events { worker_connections 64; }
        http {
          include /etc/nginx/mime.types;
          access_log off;
          client_body_temp_path {{folder}}/body;
          fastcgi_temp_path {{folder}}/fastcgi;
          proxy_temp_path {{folder}}/proxy;
          scgi_temp_path {{folder}}/scgi;
          uwsgi_temp_path {{folder}}/uwsgi;
          fastcgi_buffers 32 16k;
        {{Server(port, Variables)}}
        {{(Second is { } second ? Server(second.Port, second.Variables) : "")}}
        }

        """;

    string Server(int at, IReadOnlyDictionary<string, string> variables) => $$"""
          server {
            listen 127.0.0.1:{{at}};
            root {{Root}};
            location ~ \.php$ {
              include /etc/nginx/fastcgi_params;
              fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
        {{string.Join('\n', variables.Select(v => $"      fastcgi_param {v.Key} {v.Value};"))}}
              fastcgi_pass unix:{{folder}}/fpm.sock;
            }
          }
        """;

    static string? Program(string name) => new[] { "/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin" }
        .Where(Directory.Exists)
        .SelectMany(f => Directory.EnumerateFiles(f, name))
        .Order(StringComparer.Ordinal)
        .LastOrDefault();
}
