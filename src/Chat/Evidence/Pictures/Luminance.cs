namespace Beffroi.Chat.Evidence.Pictures;

/// <summary>A picture without its colours: one byte a point, from black to white, row by row.</summary>
sealed record Luminance(int Width, int Height, byte[] Values)
{
    /// <summary>Points: a screen of 8K has 33 million.</summary>
    public const int MaximumPoints = 40_000_000;

    /// <summary>Weights of Rec. ITU-R BT.601, those of JPEG (JFIF 1.02).</summary>
    public static byte Of(int red, int green, int blue) => (byte)(((299 * red) + (587 * green) + (114 * blue) + 500) / 1000);

    /// <summary>On white paper, for what is partly transparent.</summary>
    public static byte OnWhite(int value, int alpha) => (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);

    public static void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0 || width * height > MaximumPoints)
        {
            throw new PictureException("Its size is not one that is read.");
        }
    }

    /// <summary>Mean brightness of each cell of a grid laid over the picture: a point between two cells counts in both, by its share.</summary>
    public double[,] Grid(int columns, int rows)
    {
        var grid = new double[rows, columns];
        var (across, down) = (Shares(Width, columns), Shares(Height, rows));
        var line = new double[columns];
        for (var y = 0; y < Height; y++)
        {
            Array.Clear(line);
            for (var x = 0; x < Width; x++)
            {
                var (cell, share) = across[x];
                var value = Values[(y * Width) + x];
                line[cell] += value * share;
                if (share < 1)
                {
                    Spread(line, value, cell, share, Width, columns);
                }
            }

            var (row, part) = down[y];
            for (var c = 0; c < columns; c++)
            {
                grid[row, c] += line[c] * part;
                for (var (next, left) = (row + 1, 1 - part); left > 1e-12 && next < rows; next++)
                {
                    var taken = Math.Min(left, (double)Height / rows);
                    grid[next, c] += line[c] * taken;
                    left -= taken;
                }
            }
        }

        var area = (double)Width / columns * Height / rows;
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                grid[r, c] /= area;
            }
        }

        return grid;
    }

    static void Spread(double[] line, byte value, int cell, double share, int points, int cells)
    {
        for (var (next, left) = (cell + 1, 1 - share); left > 1e-12 && next < cells; next++)
        {
            var taken = Math.Min(left, (double)points / cells);
            line[next] += value * taken;
            left -= taken;
        }
    }

    // For each point, the first cell that it is in and how much of it.
    static (int Cell, double Share)[] Shares(int points, int cells)
    {
        var shares = new (int, double)[points];
        for (var p = 0; p < points; p++)
        {
            var cell = (int)((long)p * cells / points);
            var end = (double)(cell + 1) * points / cells;
            shares[p] = (cell, Math.Min(1, end - p));
        }

        return shares;
    }
}

/// <summary>A picture that is damaged, or drawn in a way that is not read: it is kept as it is, without a hash of what it shows.</summary>
sealed class PictureException(string message) : Exception(message);
