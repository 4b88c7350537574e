using Microsoft.Data.Sqlite;

namespace Beffroi.Bots.Tests.Engine;

/// <summary>A connection that breaks at one statement, commits included, as a machine that loses its power there: what was committed stays, the rest never was.</summary>
sealed class BreakingConnection(string connection, int after) : SqliteConnection(connection)
{
    int _left = after;

    public override SqliteCommand CreateCommand() => new BreakingCommand(this) { Connection = this, Transaction = Transaction };

    void Step(string text)
    {
        // What was not committed is undone in any case.
        if (--_left < 0 && !text.StartsWith("ROLLBACK", StringComparison.Ordinal))
        {
            throw new PowerException();
        }
    }

    sealed class BreakingCommand(BreakingConnection owner) : SqliteCommand
    {
        public override SqliteDataReader ExecuteReader(System.Data.CommandBehavior behavior)
        {
            owner.Step(CommandText);
            return base.ExecuteReader(behavior);
        }
    }
}

sealed class PowerException : Exception;
