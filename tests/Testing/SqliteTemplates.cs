using Microsoft.Data.Sqlite;

namespace Beffroi.Testing;

/// <summary>A SQLite file for each content, migrated once, copied for each test.</summary>
static class SqliteTemplates
{
    static readonly string Folder = MakeFolder();
    static readonly Dictionary<Content, Lazy<Task<string>>> Made = Enum.GetValues<Content>().ToDictionary(c => c, c => new Lazy<Task<string>>(() => Make(c)));

    public static async Task<TestDatabase> Copy(Content content)
    {
        var file = Path.Combine(Folder, $"{Guid.NewGuid():N}.db");
        File.Copy(await Made[content].Value, file);
        return new SqliteFile(file);
    }

    public static string ConnectionTo(string file) => $"Data Source={file}";

    static async Task<string> Make(Content content)
    {
        var raw = Path.Combine(Folder, $"{content}-raw.db");
        var file = Path.Combine(Folder, $"{content}.db");
        await Planting.Fill(DbEngine.Sqlite, ConnectionTo(raw), content);

        // One whole file, whatever the journal of the original still holds.
        await using var connection = new SqliteConnection(ConnectionTo(raw));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        await command.ExecuteNonQueryAsync();
        return file;
    }

    static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("beffroi-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Clear(folder);
        return folder;
    }

    static void Clear(string folder)
    {
        try
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A file still open in a test that was stopped: the machine clears its temporary folder.
        }
    }

    sealed class SqliteFile(string file) : TestDatabase
    {
        public override string ConnectionString => ConnectionTo(file);

        public override ValueTask DisposeAsync()
        {
            using (var connection = new SqliteConnection(ConnectionString))
            {
                SqliteConnection.ClearPool(connection);
            }

            foreach (var part in new[] { "", "-wal", "-shm" })
            {
                File.Delete(file + part);
            }

            return ValueTask.CompletedTask;
        }
    }
}
