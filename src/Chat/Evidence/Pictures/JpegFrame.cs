namespace Beffroi.Chat.Evidence.Pictures;

/// <param name="Across">Blocks in a row, without those that only fill the last unit.</param>
sealed record JpegComponent(int Id, int H, int V, int Table, int Across, int Down)
{
    public int Predicted { get; set; }
}

/// <summary>What a JPEG says of its picture, and the coefficients of its brightness.</summary>
sealed class JpegFrame
{
    readonly int _width;
    readonly int _height;
    readonly int _stride;
    readonly short[] _kept;

    JpegFrame(int width, int height, bool progressive, bool meansOnly, JpegComponent[] components)
    {
        (_width, _height, Progressive, MeansOnly, Components) = (width, height, progressive, meansOnly, components);
        UnitsAcross = Ceiling(width, 8 * HMax);
        UnitsDown = Ceiling(height, 8 * VMax);
        _stride = UnitsAcross * components[0].H;
        _kept = new short[_stride * UnitsDown * components[0].V * (meansOnly ? 1 : 64)];
    }

    public bool Progressive { get; }

    /// <summary>Only the first coefficient of each block is kept.</summary>
    public bool MeansOnly { get; }
    public JpegComponent[] Components { get; }
    public int UnitsAcross { get; }
    public int UnitsDown { get; }
    int HMax => Components.Max(c => c.H);
    int VMax => Components.Max(c => c.V);

    public static JpegFrame Read(byte[] file, int at, bool progressive, int largeSide)
    {
        var (height, width, count) = (file[at + 1] << 8 | file[at + 2], file[at + 3] << 8 | file[at + 4], file[at + 5]);
        Luminance.CheckSize(width, height);
        if (file[at] != 8 || count is not (1 or 3))
        {
            throw new PictureException("Its samples are not ones that are read.");
        }

        var raw = Enumerable.Range(0, count).Select(i => at + 6 + (3 * i)).Select(p => (Id: file[p], H: file[p + 1] >> 4, V: file[p + 1] & 15, Table: file[p + 2] & 3)).ToList();
        if (raw.Exists(c => c.H is < 1 or > 4 || c.V is < 1 or > 4))
        {
            throw new PictureException("Its sampling is not one that exists.");
        }

        var (h, v) = (raw.Max(c => c.H), raw.Max(c => c.V));
        return new(width, height, progressive, Math.Min(width, height) >= largeSide,
            [.. raw.Select(c => new JpegComponent(c.Id, c.H, c.V, c.Table, Ceiling(Ceiling(width * c.H, h), 8), Ceiling(Ceiling(height * c.V, v), 8)))]);
    }

    /// <summary>Where the coefficients of a block are kept.</summary>
    public Span<short> Block(int column, int row) => _kept.AsSpan(((row * _stride) + column) * (MeansOnly ? 1 : 64), MeansOnly ? 1 : 64);

    public Luminance Brightness(int[][] quantities)
    {
        var first = Components[0];
        var table = quantities[first.Table] ?? throw new PictureException("A table is missing.");
        if (MeansOnly)
        {
            var means = new byte[first.Across * first.Down];
            for (var i = 0; i < means.Length; i++)
            {
                means[i] = Clamped((Block(i % first.Across, i / first.Across)[0] * table[0] / 8.0) + 128);
            }

            return new(first.Across, first.Down, means);
        }

        var (width, height) = (Ceiling(_width * first.H, HMax), Ceiling(_height * first.V, VMax));
        var values = new byte[width * height];
        var block = new double[64];
        for (var row = 0; row < first.Down; row++)
        {
            for (var column = 0; column < first.Across; column++)
            {
                Transform(Block(column, row), table, block);
                for (var y = 0; y < 8 && (row * 8) + y < height; y++)
                {
                    for (var x = 0; x < 8 && (column * 8) + x < width; x++)
                    {
                        values[(((row * 8) + y) * width) + (column * 8) + x] = Clamped(block[(y * 8) + x] + 128);
                    }
                }
            }
        }

        return new(width, height, values);
    }

    // A.3.3, along the rows then along the columns.
    static void Transform(ReadOnlySpan<short> kept, int[] table, double[] block)
    {
        Span<double> rows = stackalloc double[64];
        for (var v = 0; v < 8; v++)
        {
            for (var x = 0; x < 8; x++)
            {
                var sum = 0.0;
                for (var u = 0; u < 8; u++)
                {
                    sum += kept[(v * 8) + u] * table[(v * 8) + u] * Waves[u, x];
                }

                rows[(v * 8) + x] = sum;
            }
        }

        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 8; x++)
            {
                var sum = 0.0;
                for (var v = 0; v < 8; v++)
                {
                    sum += rows[(v * 8) + x] * Waves[v, y];
                }

                block[(y * 8) + x] = sum;
            }
        }
    }

    static readonly double[,] Waves = Table();

    static double[,] Table()
    {
        var waves = new double[8, 8];
        for (var u = 0; u < 8; u++)
        {
            for (var x = 0; x < 8; x++)
            {
                waves[u, x] = (u == 0 ? Math.Sqrt(0.5) : 1) / 2 * Math.Cos(((2 * x) + 1) * u * Math.PI / 16);
            }
        }

        return waves;
    }

    static byte Clamped(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);

    static int Ceiling(int value, int by) => (value + by - 1) / by;
}
